package io.changbai.fleet.authority;

import java.time.Instant;

/** From when to when a certificate is good. */
record Validity(Instant from, Instant to) {}
