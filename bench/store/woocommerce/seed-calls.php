<?php
/** Sets a shop up with one WP-CLI call per setting and prints how long all of them took. */

declare( strict_types=1 );

const CALLS = array(
	array( 'core', 'install', '--url=http://seed.localhost', '--title=Seed', '--admin_user=admin', '--admin_email=admin@example.com', '--admin_password=seed-password', '--skip-email' ),
	array( 'core', 'is-installed' ),
	array( 'theme', 'activate', 'storefront' ),
	array( 'plugin', 'activate', 'woocommerce' ),
	array( 'plugin', 'is-active', 'woocommerce' ),
	array( 'option', 'update', 'woocommerce_store_address', '1 Main Street' ),
	array( 'option', 'update', 'woocommerce_store_city', 'Springfield' ),
	array( 'option', 'update', 'woocommerce_default_country', 'US:IL' ),
	array( 'option', 'update', 'woocommerce_store_postcode', '62701' ),
	array( 'option', 'update', 'woocommerce_currency', 'USD' ),
	array( 'option', 'update', 'woocommerce_calc_taxes', 'no' ),
	array( 'option', 'update', 'woocommerce_onboarding_profile', '{"skipped":true}', '--format=json' ),
	array( 'option', 'update', 'woocommerce_cod_settings', '{"enabled":"yes","title":"Cash on delivery"}', '--format=json' ),
	array( 'wc', 'tool', 'run', 'install_pages', '--user=1' ),
	array( 'option', 'update', 'show_on_front', 'posts' ),
	array( 'option', 'update', 'blogdescription', '' ),
	array( 'wc', 'product', 'create', '--name=One', '--type=simple', '--regular_price=19.99', '--user=1' ),
	array( 'wc', 'product', 'create', '--name=Two', '--type=simple', '--regular_price=29.99', '--user=1' ),
	array( 'wc', 'product', 'create', '--name=Three', '--type=simple', '--regular_price=9.99', '--user=1' ),
	array( 'rewrite', 'structure', '/%postname%/' ),
	array( 'rewrite', 'flush' ),
	array( 'cache', 'flush' ),
);

$failed  = array();
$started = hrtime( true );
foreach ( CALLS as $call ) {
	$process = proc_open( array( '/usr/local/bin/wp', ...$call ), array( 1 => array( 'file', '/dev/null', 'w' ) ), $pipes );
	if ( 0 !== proc_close( $process ) ) {
		$failed[] = implode( ' ', array_slice( $call, 0, 3 ) );
	}
}
echo json_encode(
	array(
		'calls'        => count( CALLS ),
		'milliseconds' => intdiv( hrtime( true ) - $started, 1_000_000 ),
		'failed'       => $failed,
	)
), "\n";
