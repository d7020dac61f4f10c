/** Brokers a laptop or a single node can run: mutual TLS only, client id and topic rights by certificate name. */
package io.changbai.fleet.broker;
