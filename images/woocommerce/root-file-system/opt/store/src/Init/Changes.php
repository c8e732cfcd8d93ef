<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

/** Names of what one step had to change; empty when everything was as desired. */
final class Changes {
	/** @var list<string> */
	private array $names = array();

	public function add( string $name ): void {
		$this->names[] = $name;
	}

	/** Sets a WordPress option if it differs; the value is compared as the database would hold it. */
	public function option( string $name, mixed $value ): void {
		$missing = new \stdClass();
		$current = get_option( $name, $missing );
		if ( $current === $missing ) {
			add_option( $name, $value );
		} elseif ( self::stored( $current ) !== self::stored( sanitize_option( $name, $value ) ) ) {
			update_option( $name, $value );
		} else {
			return;
		}
		$this->add( $name );
	}

	private static function stored( mixed $value ): string {
		return (string) maybe_serialize( $value );
	}

	/** @return list<string> */
	public function names(): array {
		return $this->names;
	}
}
