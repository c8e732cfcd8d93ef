<?php
/**
 * The initialisation without WP-CLI. Environment and Secrets: Shopwright\Store\Init\DesiredState; exit codes: ExitCode.
 */

require '/opt/store/src/autoload.php';

use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Program;
use Shopwright\Store\Settings;

// Links and cookies are made from what a browser would send.
$_SERVER['HTTP_HOST']      = preg_replace( '#^https?://#', '', Settings::public_url() );
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';

$shopwright_program = new Program( STDOUT, '/opt/store/snapshot.sql', (int) ( getenv( 'STORE_DATABASE_WAIT_SECONDS' ) ?: 60 ) );
$shopwright_code    = $shopwright_program->prepare();
if ( ExitCode::Done !== $shopwright_code ) {
	exit( $shopwright_code->value );
}

require '/srv/www/wp-load.php';

exit( $shopwright_program->reconcile()->value );
