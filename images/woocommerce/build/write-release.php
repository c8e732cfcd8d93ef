<?php
/** Prints the release of the data: versions of what is baked in, and our own revision of what the initialisation sets. */

const DATA_REVISION = 1;

require '/srv/www/wp-includes/version.php';
preg_match( '/^ \* Version: (\S+)/m', file_get_contents( '/srv/www/wp-content/plugins/woocommerce/woocommerce.php' ), $woocommerce );
echo "wordpress-$wp_version.woocommerce-$woocommerce[1].", DATA_REVISION, "\n";
