<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

use Shopwright\Store\Settings;
use Throwable;

/**
 * Brings one store to its desired state, in two parts: before WordPress is loaded and with it. Loading has to happen at
 * the top of a script, between the two; see bin/init.php. Every run looks first, so it may be killed and repeated.
 */
final class Program {
	private string $current = 'start';

	private bool $is_over = false;

	private readonly Report $report;

	private ?Database $database = null;

	/** @param resource $output */
	public function __construct( $output, private readonly string $snapshot, private readonly int $wait_seconds ) {
		$this->report = new Report( $output );
		register_shutdown_function( $this->report_cut_off( ... ) );
	}

	/** Waits for the database and installs the shop if there is none; the shop can be loaded after `Done`. */
	public function prepare(): ExitCode {
		return $this->guard(
			function (): void {
				$this->timed( 'database', fn() => $this->connect() );
				$this->timed( 'install', fn( Changes $changes ) => $this->install( $changes ) );
			}
		);
	}

	/** Brings the loaded shop to its desired state. */
	public function reconcile(): ExitCode {
		$code          = $this->guard(
			function (): void {
				$desired = DesiredState::from_settings();
				foreach ( Steps::for_release( Settings::release() ) as $step ) {
					$this->timed( $step->name(), fn( Changes $changes ) => $this->apply( $step, $desired, $changes ) );
				}
				$this->report->done();
			}
		);
		$this->is_over = true;
		return $code;
	}

	private function connect(): void {
		$this->database = Database::connect( $this->wait_seconds );
		$this->database->lock();
	}

	private function install( Changes $changes ): void {
		if ( ! $this->database->is_installed() ) {
			$this->database->import( $this->snapshot, Settings::public_url() );
			$changes->add( 'tables' );
		}
		$release = $this->database->release();
		if ( null !== $release && Settings::release() !== $release ) {
			throw new Failure( ExitCode::VersionMismatch, "the data is of release $release" );
		}
	}

	private function apply( Step $step, DesiredState $desired, Changes $changes ): void {
		global $wpdb;
		$wpdb->last_error = '';
		$step->apply( $desired, $changes );
		if ( '' !== $wpdb->last_error ) {
			throw Failure::of_database( mysqli_errno( $wpdb->dbh ), $step->name() );
		}
	}

	private function timed( string $name, callable $work ): void {
		$this->current = $name;
		$started       = hrtime( true );
		$changes       = new Changes();
		$work( $changes );
		$this->report->step( $name, $changes->names(), $started );
	}

	private function guard( callable $work ): ExitCode {
		try {
			$work();
			return ExitCode::Done;
		} catch ( Failure $failure ) {
			return $this->fail( $failure->exit_code, $failure->getMessage() );
		} catch ( Throwable $error ) {
			$place = basename( $error->getFile() ) . ':' . $error->getLine();
			return $this->fail( ExitCode::Bug, $error::class . " at $place: {$error->getMessage()}" );
		}
	}

	private function fail( ExitCode $code, string $reason ): ExitCode {
		$this->is_over = true;
		$this->report->failed( $this->current, $code, $reason );
		return $code;
	}

	/** WordPress ends the process by itself when it cannot reach its database; that must not look like another failure. */
	private function report_cut_off(): void {
		if ( $this->is_over ) {
			return;
		}
		try {
			Database::connect( 0 );
			$code = ExitCode::Bug;
		} catch ( Failure $failure ) {
			$code = $failure->exit_code;
		}
		$this->fail( $code, error_get_last()['message'] ?? 'the program was ended by WordPress' );
		exit( $code->value );
	}
}
