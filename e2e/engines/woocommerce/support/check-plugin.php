<?php
/** What the must-use plugin makes of WordPress, fact by fact. */

$_SERVER['HTTP_HOST'] = 'localhost';
require '/srv/www/wp-load.php';

function user_routes( int $user ): bool {
	wp_set_current_user( $user );
	return array_key_exists( '/wp/v2/users', rest_get_server()->get_routes( 'wp/v2' ) );
}

$fonts = 'storefront-fonts';
ob_start();
do_action( 'wp_enqueue_scripts' );
do_action( 'wp_head' );
$head = ob_get_clean();
echo json_encode(
	array(
		'mail'                  => wp_mail( 'somebody@example.com', 'A subject', 'A text' ),
		'usersForStrangers'     => user_routes( 0 ),
		'usersForTheOwner'      => user_routes( 1 ),
		'remoteProtocol'        => apply_filters( 'xmlrpc_enabled', true ),
		'invitesToIt'           => str_contains( $head, 'EditURI' ),
		'tellsItsVersion'       => str_contains( $head, 'name="generator" content="WordPress' ),
		'messageOfUnknownName'  => apply_filters( 'login_errors', 'Unknown username.' ),
		'messageOfWrongWord'    => apply_filters( 'login_errors', 'The password is incorrect.' ),
		'offersUpdates'         => array_filter( array_map( 'get_site_transient', array( 'update_core', 'update_plugins', 'update_themes' ) ) ),
		'looksForUpdates'       => has_action( 'init', 'wp_schedule_update_checks' ),
		'theOwnerMayInstall'    => user_can( 1, 'install_plugins' ),
		'theOwnerMayEditCode'   => user_can( 1, 'edit_plugins' ),
		'theOwnerMaySell'       => user_can( 1, 'manage_woocommerce' ),
		'knowsTheFonts'         => wp_style_is( $fonts, 'registered' ),
		'loadsTheFonts'         => wp_style_is( $fonts, 'enqueued' ),
		'wizard'                => apply_filters( 'woocommerce_enable_setup_wizard', true ),
		'signInNames'           => array_map( 'sanitize_user', array( "Zoë \"O'Neil\" \\ 名", ' a|b  c ', 'plain.name@example.com' ) ),
	)
), "\n";
