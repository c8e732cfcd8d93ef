<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

use mysqli;
use mysqli_sql_exception;
use Shopwright\Store\Settings;

/** The store's database before WordPress can be loaded: waits for it, takes the lock, brings the first data in. */
final class Database {
	private const RETRY_MICROSECONDS = 50_000;
	private const LOCK_SECONDS       = 120;
	/** Base URL in the snapshot; the build refuses a snapshot that has it inside serialised data. */
	private const SNAPSHOT_URL = 'http://store.invalid';

	private function __construct( private readonly mysqli $connection ) {
	}

	/** Connects, and goes on trying while nobody answers. */
	public static function connect( int $wait_seconds ): self {
		mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
		$deadline = hrtime( true ) + $wait_seconds * 1_000_000_000;
		while ( true ) {
			try {
				return new self( self::open() );
			} catch ( mysqli_sql_exception $error ) {
				$failure = Failure::of_database( $error->getCode(), 'connecting' );
				if ( ExitCode::DatabaseUnreachable !== $failure->exit_code || hrtime( true ) > $deadline ) {
					throw $failure;
				}
				usleep( self::RETRY_MICROSECONDS );
			}
		}
	}

	/** Lets one initialisation at a time in; the lock goes with the connection, so a killed one leaves none behind. */
	public function lock(): void {
		$taken = $this->value( sprintf( "SELECT GET_LOCK('shopwright_init', %d)", self::LOCK_SECONDS ) );
		if ( '1' !== $taken ) {
			throw new Failure( ExitCode::DatabaseUnreachable, 'another initialisation holds the lock' );
		}
	}

	/** Release of the data, or null where there is none yet. */
	public function release(): ?string {
		return $this->has_options() ? $this->value( "SELECT option_value FROM wp_options WHERE option_name = 'shopwright_release'" ) : null;
	}

	public function is_installed(): bool {
		return $this->has_options() && null !== $this->value( "SELECT option_value FROM wp_options WHERE option_name = 'siteurl'" );
	}

	/**
	 * Brings in the tables of a freshly installed shop. The options come last, so without them an import was cut off and
	 * whatever it left is replaced.
	 */
	public function import( string $snapshot, string $public_url ): void {
		$statements = file_get_contents( $snapshot );
		if ( false === $statements ) {
			throw new Failure( ExitCode::Bug, 'the image holds no snapshot' );
		}
		$this->drop_tables();
		$this->run( str_replace( self::SNAPSHOT_URL, $this->connection->real_escape_string( $public_url ), $statements ) );
	}

	private static function open(): mysqli {
		$connection = mysqli_init();
		$connection->options( MYSQLI_OPT_CONNECT_TIMEOUT, 2 );
		$connection->real_connect(
			Settings::database_host(),
			Settings::secret( 'store-database', 'username' ),
			Settings::secret( 'store-database', 'password' ),
			Settings::secret( 'store-database', 'database' )
		);
		$connection->set_charset( 'utf8mb4' );
		return $connection;
	}

	private function has_options(): bool {
		return null !== $this->value( "SHOW TABLES LIKE 'wp\\_options'" );
	}

	private function drop_tables(): void {
		$tables = array_column( $this->connection->query( 'SHOW TABLES' )->fetch_all(), 0 );
		if ( array() !== $tables ) {
			$this->run( 'SET FOREIGN_KEY_CHECKS = 0; DROP TABLE `' . implode( '`, `', $tables ) . '`; SET FOREIGN_KEY_CHECKS = 1' );
		}
	}

	private function run( string $statements ): void {
		try {
			$this->connection->multi_query( $statements );
			while ( $this->connection->more_results() ) {
				$this->connection->next_result();
			}
		} catch ( mysqli_sql_exception $error ) {
			throw Failure::of_database( $error->getCode(), 'importing' );
		}
	}

	private function value( string $query ): ?string {
		try {
			$row = $this->connection->query( $query )->fetch_row();
		} catch ( mysqli_sql_exception $error ) {
			throw Failure::of_database( $error->getCode(), 'reading' );
		}
		return isset( $row[0] ) ? (string) $row[0] : null;
	}
}
