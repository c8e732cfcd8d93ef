<?php

declare( strict_types=1 );

spl_autoload_register(
	static function ( string $name ): void {
		$prefix = 'Shopwright\\Store\\';
		if ( str_starts_with( $name, $prefix ) ) {
			require __DIR__ . '/' . strtr( substr( $name, strlen( $prefix ) ), '\\', '/' ) . '.php';
		}
	}
);
