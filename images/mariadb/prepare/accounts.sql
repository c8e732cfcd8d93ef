DROP DATABASE IF EXISTS test;
-- Views for people who tune servers; half of all files that a new store would copy.
DROP DATABASE IF EXISTS sys;
DELETE FROM mysql.global_priv WHERE User = '' OR Host <> 'localhost';
DELETE FROM mysql.proxies_priv;
FLUSH PRIVILEGES;
CREATE USER 'store-database'@'localhost' IDENTIFIED VIA unix_socket;
