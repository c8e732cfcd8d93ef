<?php
/** Parts of the initialisation that need no shop, fact by fact. */

declare( strict_types=1 );

require '/opt/store/src/autoload.php';

use Shopwright\Store\Init\Database;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Report;

/** @return list<array<string, mixed>> the lines of a report, without their times */
function reported( callable $tell ): array {
	$stream = fopen( 'php://memory', 'w+' );
	$tell( new Report( $stream ) );
	rewind( $stream );
	$lines = array_map( static fn( string $line ): array => json_decode( $line, true, 8, JSON_THROW_ON_ERROR ), explode( "\n", trim( stream_get_contents( $stream ) ) ) );
	return array_map( static fn( array $line ): array => array_diff_key( $line, array( 'durationMs' => 0 ) ), $lines );
}

/** What a call throws: the exit code of a failure, or the message of anything else. */
function thrown( callable $call ): int|string|null {
	try {
		$call();
		return null;
	} catch ( Failure $failure ) {
		return $failure->exit_code->value;
	} catch ( Throwable $error ) {
		return $error->getMessage();
	}
}

$password = "a\"b'c\\d é\n";
mkdir( '/tmp/check/store-admin', 0700, true );
mkdir( '/tmp/check/store-database', 0700, true );
foreach ( array( 'username' => 'Zoë', 'email' => 'zoe@example.com', 'password' => $password ) as $key => $value ) {
	file_put_contents( "/tmp/check/store-admin/$key", $value );
}
foreach ( array( 'username' => 'store', 'database' => 'store', 'password' => 'wrong' ) as $key => $value ) {
	file_put_contents( "/tmp/check/store-database/$key", $value );
}
putenv( 'STORE_SECRETS_DIRECTORY=/tmp/check' );
putenv( 'STORE_CURRENCY=EUR' );
putenv( 'STORE_COUNTRY=DE' );
$untitled = thrown( DesiredState::from_settings( ... ) );
putenv( 'STORE_TITLE=Tea & Кофе' );
$desired = DesiredState::from_settings();
$refused = thrown( static fn() => Database::connect( 0 ) );
putenv( 'STORE_DATABASE_HOST=127.0.0.1' );

echo json_encode(
	array(
		'withoutTitle'     => $untitled,
		'desired'          => array( $desired->title, $desired->currency, $desired->country, $desired->owner_name, $desired->owner_email ),
		'keepsThePassword' => $password === $desired->owner_password,
		'wrongPassword'    => $refused,
		'noDatabase'       => thrown( static fn() => Database::connect( 0 ) ),
		'codes'            => array_map( static fn( int $number ): int => Failure::of_database( $number, 'x' )->exit_code->value, array( 1040, 1205, 1213, 2002, 2006, 1045, 1044, 1064 ) ),
		'report'           => reported(
			static function ( Report $report ): void {
				$report->step( 'owner', array( 'login', 'password' ), hrtime( true ) );
				$report->step( 'pages', array(), hrtime( true ) );
				$report->done();
			}
		),
		'failure'          => reported( static fn( Report $report ) => $report->failed( 'import', ExitCode::VersionMismatch, 'é "x"' ) ),
	)
), "\n";
