<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

/** One JSON object per line on standard output. Values never hold secrets: steps name what changed, not to what. */
final class Report {
	private int $changes = 0;

	private readonly int $started;

	/** @param resource $stream */
	public function __construct( private $stream ) {
		$this->started = hrtime( true );
	}

	/** @param list<string> $changes */
	public function step( string $name, array $changes, int $started ): void {
		$this->changes += count( $changes );
		$this->line(
			array(
				'step'       => $name,
				'detail'     => array() === $changes ? 'as desired' : 'changed: ' . implode( ', ', $changes ),
				'changes'    => count( $changes ),
				'durationMs' => self::milliseconds_since( $started ),
			)
		);
	}

	public function done(): void {
		$this->line(
			array(
				'result'     => 'done',
				'changes'    => $this->changes,
				'exitCode'   => ExitCode::Done->value,
				'durationMs' => self::milliseconds_since( $this->started ),
			)
		);
	}

	public function failed( string $step, ExitCode $code, string $reason ): void {
		$this->line(
			array(
				'result'     => 'failed',
				'step'       => $step,
				'reason'     => $reason,
				'exitCode'   => $code->value,
				'durationMs' => self::milliseconds_since( $this->started ),
			)
		);
	}

	private static function milliseconds_since( int $started ): int {
		return intdiv( hrtime( true ) - $started, 1_000_000 );
	}

	/** @param array<string, mixed> $fields */
	private function line( array $fields ): void {
		fwrite( $this->stream, json_encode( $fields, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n" );
	}
}
