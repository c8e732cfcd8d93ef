<?php
/**
 * Ready means: the database answers and holds the data of this image's release. WordPress is not loaded for it. While the store
 * starts, the answer is held back until it is yes, so that nobody waits for the next question.
 */

require '/opt/store/src/autoload.php';

use Shopwright\Store\Settings;

/** How long an answer is held back; shorter than the time-out of the readiness probe. */
const PATIENCE_SECONDS = 2.5;
/** There once this pod was ready: from then on the answer is what is true now. */
const STARTED = '/tmp/store-started';

/** Why the store is not ready; null when it is. */
function problem(): ?string {
	try {
		$connection = mysqli_init();
		$connection->options( MYSQLI_OPT_CONNECT_TIMEOUT, 2 );
		$connection->real_connect(
			Settings::database_host(),
			Settings::secret( 'store-database', 'username' ),
			Settings::secret( 'store-database', 'password' ),
			Settings::secret( 'store-database', 'database' )
		);
		$row = $connection->query( "SELECT option_value FROM wp_options WHERE option_name = 'shopwright_release'" )->fetch_row();
		$connection->close();
		return Settings::release() === ( $row[0] ?? null ) ? null : 'not initialised';
	} catch ( mysqli_sql_exception $error ) {
		return "database error {$error->getCode()}";
	}
}

mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
$deadline = microtime( true ) + ( file_exists( STARTED ) ? 0 : PATIENCE_SECONDS );
$problem  = problem();
while ( null !== $problem && microtime( true ) < $deadline ) {
	usleep( 50_000 );
	$problem = problem();
}
if ( null === $problem ) {
	touch( STARTED );
}
header( 'Cache-Control: no-store' );
header( 'Content-Type: text/plain' );
http_response_code( null === $problem ? 200 : 503 );
echo $problem ?? 'ready', "\n";
