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

	/** Sets a WordPress option if it differs; the value is compared as WordPress would store it. */
	public function option( string $name, mixed $value ): void {
		$missing = new \stdClass();
		$current = get_option( $name, $missing );
		$desired = sanitize_option( $name, $value );
		if ( $current === $desired || maybe_serialize( $current ) === maybe_serialize( $desired ) ) {
			return;
		}
		if ( $current === $missing ) {
			add_option( $name, $value );
		} else {
			update_option( $name, $value );
		}
		$this->add( $name );
	}

	/** @return list<string> */
	public function names(): array {
		return $this->names;
	}
}
