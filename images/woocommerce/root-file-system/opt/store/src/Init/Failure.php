<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

use RuntimeException;
use Throwable;

/** An end of the initialisation that has an exit code of its own. The message must be free of secrets. */
final class Failure extends RuntimeException {
	/** Refused, gone away, lost, too many connections, lock wait, deadlock, shutting down. */
	private const TRANSIENT_ERRORS = array( 1040, 1053, 1205, 1213, 2002, 2003, 2006, 2013 );
	private const ACCESS_DENIED    = array( 1044, 1045, 1698 );

	public function __construct( public readonly ExitCode $exit_code, string $message, ?Throwable $previous = null ) {
		parent::__construct( $message, 0, $previous );
	}

	/** The failure that stands for an error number of the database. */
	public static function of_database( int $number, string $what ): self {
		$code = match ( true ) {
			in_array( $number, self::TRANSIENT_ERRORS, true ) => ExitCode::DatabaseUnreachable,
			in_array( $number, self::ACCESS_DENIED, true ) => ExitCode::CredentialsRefused,
			default => ExitCode::Bug,
		};
		return new self( $code, "$what: database error $number" );
	}
}
