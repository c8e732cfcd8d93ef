DROP DATABASE IF EXISTS test;
DELETE FROM mysql.global_priv WHERE User = '' OR Host <> 'localhost';
DELETE FROM mysql.proxies_priv;
FLUSH PRIVILEGES;
CREATE USER 'store-database'@'localhost' IDENTIFIED VIA unix_socket;
