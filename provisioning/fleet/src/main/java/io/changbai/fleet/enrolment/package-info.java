/** The door a new terminal knocks at: a one-time code and a key in, a certificate out. */
package io.changbai.fleet.enrolment;
