<?php
/**
 * `wp shopwright init`: the same initialisation for people. Registered before WordPress is loaded, because there may be none.
 */

require_once '/opt/store/src/autoload.php';

use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Program;

WP_CLI::add_command(
	'shopwright init',
	static function (): void {
		$program = new Program( STDOUT, '/opt/store/snapshot.sql', 60 );
		$code    = $program->prepare();
		if ( ExitCode::Done === $code ) {
			WP_CLI::get_runner()->load_wordpress();
			$code = $program->reconcile();
		}
		WP_CLI::halt( $code->value );
	},
	array(
		'when'      => 'before_wp_load',
		'shortdesc' => 'Brings the shop to its desired state; prints one JSON object per step.',
	)
);
