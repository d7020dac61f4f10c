package io.changbai.document.printer.internal;

import java.time.Duration;

/**
 * How often the printer is asked and how long it may take.
 *
 * @param idlePoll between looks at the idle printer
 * @param jobPoll between looks at a job
 * @param answer for one answer
 * @param job for a job of no pages
 * @param page added for each page
 */
record PrinterTimes(Duration idlePoll, Duration jobPoll, Duration answer, Duration job, Duration page) {

    Duration most(int pages) {
        return job.plus(page.multipliedBy(pages));
    }
}
