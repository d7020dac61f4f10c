/** What central operations remember: one SQL dialect for the embedded H2 and for PostgreSQL. */
package io.changbai.fleet.store;
