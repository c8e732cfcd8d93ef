<?php
/**
 * Initialises the store once cleanly, then 20 times from nothing with a kill at a random moment, and prints what the database
 * holds after each. The owner's Secret is not mounted here, so it is written where this run looks for it.
 */

declare( strict_types=1 );

const ROUNDS = 20;

require '/opt/store/src/autoload.php';

use Shopwright\Store\Settings;

function prepare_secrets(): void {
	mkdir( '/tmp/secrets/store-admin', 0700, true );
	file_put_contents( '/tmp/secrets/store-admin/username', 'Zoë' );
	file_put_contents( '/tmp/secrets/store-admin/email', 'zoe@example.com' );
	file_put_contents( '/tmp/secrets/store-admin/password', "a\"b'c\\d é" );
	foreach ( array( 'store-database', 'store-salts' ) as $secret ) {
		symlink( "/run/secrets/$secret", "/tmp/secrets/$secret" );
	}
	putenv( 'STORE_SECRETS_DIRECTORY=/tmp/secrets' );
	putenv( 'STORE_TITLE=Tea & Кофе' );
	putenv( 'STORE_CURRENCY=EUR' );
	putenv( 'STORE_COUNTRY=DE' );
}

function connect(): mysqli {
	return new mysqli(
		Settings::database_host(),
		Settings::secret( 'store-database', 'username' ),
		Settings::secret( 'store-database', 'password' ),
		Settings::secret( 'store-database', 'database' )
	);
}

function wipe(): void {
	$connection = connect();
	foreach ( array_column( $connection->query( 'SHOW TABLES' )->fetch_all(), 0 ) as $table ) {
		$connection->query( "DROP TABLE `$table`" );
	}
}

/** Starts the initialisation; kills it after some milliseconds, or lets it end. Returns its exit code, null if killed. */
function initialise( ?int $kill_after_ms ): ?int {
	$started = hrtime( true );
	$process = proc_open( array( '/usr/local/bin/store-init' ), array( 1 => array( 'file', '/dev/null', 'w' ) ), $pipes );
	while ( true ) {
		$status = proc_get_status( $process );
		if ( ! $status['running'] ) {
			return $status['exitcode'];
		}
		if ( null !== $kill_after_ms && ( hrtime( true ) - $started ) / 1e6 > $kill_after_ms ) {
			proc_terminate( $process, 9 );
			proc_close( $process );
			return null;
		}
		usleep( 2000 );
	}
}

/**
 * Everything that is not meant to differ between two stores or two moments, by table and first column.
 *
 * @return array<string, string>
 */
function state(): array {
	$connection = connect();
	$queries    = array(
		'tables'   => 'SHOW TABLES',
		'options'  => "SELECT option_name, option_value FROM wp_options WHERE option_name NOT LIKE '%transient%'
			AND option_name NOT IN ('cron', 'woocommerce_store_id')",
		'posts'    => 'SELECT ID, post_type, post_status, post_name, post_title, post_content, guid FROM wp_posts',
		'postmeta' => 'SELECT meta_id, post_id, meta_key, meta_value FROM wp_postmeta',
		'users'    => 'SELECT ID, user_login, user_nicename, user_email, display_name FROM wp_users',
		'usermeta' => "SELECT umeta_id, user_id, meta_key, meta_value FROM wp_usermeta WHERE meta_key <> 'last_update'",
		'terms'    => 'SELECT * FROM wp_terms',
		'products' => 'SELECT * FROM wp_wc_product_meta_lookup',
	);
	$state      = array();
	foreach ( $queries as $name => $query ) {
		foreach ( $connection->query( $query )->fetch_all() as $row ) {
			$state[ "$name $row[0]" ] = json_encode( $row, JSON_THROW_ON_ERROR );
		}
	}
	ksort( $state );
	return $state;
}

/** @return list<string> what is different from the state of a clean run */
function differences( array $wanted ): array {
	$state = state();
	return array_keys( array_diff_assoc( $wanted, $state ) + array_diff_assoc( $state, $wanted ) );
}

prepare_secrets();
// The first one waits for the database.
initialise( null );
wipe();
$started = hrtime( true );
$clean   = initialise( null );
$length  = (int) ( ( hrtime( true ) - $started ) / 1e6 );
$wanted  = state();
$rounds  = array();
for ( $round = 0; $round < ROUNDS; $round++ ) {
	wipe();
	$killed   = initialise( random_int( 1, $length ) );
	$rounds[] = array(
		'wasKilled' => null === $killed,
		'exitCode'  => initialise( null ),
		'differs'   => differences( $wanted ),
		'repeated'  => initialise( null ),
		'drifts'    => differences( $wanted ),
	);
}
echo json_encode(
	array(
		'cleanExitCode' => $clean,
		'cleanMs'       => $length,
		'rounds'        => $rounds,
	)
), "\n";
