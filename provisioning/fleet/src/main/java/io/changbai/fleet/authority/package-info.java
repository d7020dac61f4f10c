/** The enrolment authority: one EC P-256 key in one folder, and the certificates it signs. */
package io.changbai.fleet.authority;
