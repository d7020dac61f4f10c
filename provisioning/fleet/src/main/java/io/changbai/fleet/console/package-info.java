/** The operators' page and its JSON, for this machine only. */
package io.changbai.fleet.console;
