<?php
/**
 * Checks the pinned archives and unpacks them: unpack-archives.php LOCK-FILE ARCHIVE-FOLDER TARGET-FOLDER.
 *
 * A single file is checked by its own SHA-256. A zip is checked by what is in it, not by how it was packed: the SHA-256 of
 * the sorted lines "<sha256 of the file>  <path>", as
 * `find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum` prints it.
 */

declare( strict_types=1 );

function content_digest( string $directory ): string {
	$paths    = array();
	$iterator = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $directory, FilesystemIterator::SKIP_DOTS ) );
	foreach ( $iterator as $file ) {
		if ( $file->isLink() ) {
			throw new RuntimeException( "{$file->getPathname()} is a link" );
		}
		$paths[] = substr( $file->getPathname(), strlen( $directory ) + 1 );
	}
	sort( $paths, SORT_STRING );
	$digest = hash_init( 'sha256' );
	foreach ( $paths as $path ) {
		hash_update( $digest, hash_file( 'sha256', "$directory/$path" ) . "  $path\n" );
	}
	return hash_final( $digest );
}

/** Unpacks one archive and returns its digest. */
function unpack_archive( array $archive, string $file, string $target ): string {
	if ( ! isset( $archive['directory'] ) ) {
		copy( $file, "$target/{$archive['name']}.phar" );
		return hash_file( 'sha256', $file );
	}
	$zip = new ZipArchive();
	if ( true !== $zip->open( $file ) || ! $zip->extractTo( $target ) ) {
		throw new RuntimeException( "$file is not a readable zip" );
	}
	return content_digest( "$target/{$archive['directory']}" );
}

[ , $lock_file, $source, $target ] = $argv;
mkdir( $target );
foreach ( json_decode( file_get_contents( $lock_file ), true, 16, JSON_THROW_ON_ERROR ) as $archive ) {
	$digest = unpack_archive( $archive, "$source/{$archive['file']}", $target );
	if ( ! in_array( $digest, array_column( $archive['accepted'], 'sha256' ), true ) ) {
		fwrite( STDERR, "{$archive['file']}: checksum $digest is not one of those accepted in archives.json\n" );
		exit( 1 );
	}
	echo "{$archive['file']}: $digest\n";
}
