<?php
/**
 * Ready means: the database answers and holds the data of this image's release. WordPress is not loaded for it.
 */

require '/opt/store/src/autoload.php';

use Shopwright\Store\Settings;

header( 'Cache-Control: no-store' );
header( 'Content-Type: text/plain' );
mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
try {
	$connection = mysqli_init();
	$connection->options( MYSQLI_OPT_CONNECT_TIMEOUT, 2 );
	$connection->real_connect(
		Settings::database_host(),
		Settings::secret( 'store-database', 'username' ),
		Settings::secret( 'store-database', 'password' ),
		Settings::secret( 'store-database', 'database' )
	);
	$row    = $connection->query( "SELECT option_value FROM wp_options WHERE option_name = 'shopwright_release'" )->fetch_row();
	$reason = Settings::release() === ( $row[0] ?? null ) ? null : 'not initialised';
} catch ( mysqli_sql_exception $error ) {
	$reason = "database error {$error->getCode()}";
}
http_response_code( null === $reason ? 200 : 503 );
echo $reason ?? 'ready', "\n";
