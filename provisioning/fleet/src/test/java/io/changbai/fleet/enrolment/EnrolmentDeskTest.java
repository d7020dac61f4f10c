package io.changbai.fleet.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.TestClock;
import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Requests;
import io.changbai.fleet.store.Database;
import io.changbai.fleet.store.EnrolmentCodes;
import io.changbai.fleet.store.EventRow;
import io.changbai.fleet.store.FleetView;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentDeskTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final String csr = Requests.good("anything");
    private Database database;
    private EnrolmentDesk desk;

    @BeforeEach
    void open() throws Exception {
        database = Database.embedded(folder);
        desk = new EnrolmentDesk(
                Authority.open(folder.resolve("authority"), clock),
                new EnrolmentCodes(database),
                clock,
                "changbai",
                "ssl://localhost:8883");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void refusesWhatIsNoRequest() {
        String code = desk.newCode("T-1", "hall").code();

        assertThat(enrol(code, "no csr")).isEqualTo("400 MALFORMED");
        assertThat(enrol(code, null)).isEqualTo("400 MALFORMED");
        assertThat(enrol(null, csr)).isEqualTo("400 MALFORMED");
        assertThat(enrol(code, csr)).isEqualTo("T-1 hall");
    }

    @Test
    void refusesUnknownAndExpiredCodes() {
        String code = desk.newCode("T-1", "hall").code();

        assertThat(enrol("AAAAA-AAAAA-AAAAA-AAAAA", csr)).isEqualTo("401 CODE_UNKNOWN");
        clock.pass(Duration.ofMinutes(15));
        assertThat(enrol(code, csr)).isEqualTo("401 CODE_EXPIRED");
    }

    @Test
    void givesTheSameKeyItsCertificateAgainButNotForEver() {
        String code = desk.newCode("T-1", "hall").code();

        assertThat(enrol(code, csr)).isEqualTo("T-1 hall");
        clock.pass(Duration.ofMinutes(20));
        assertThat(enrol(code.toLowerCase(Locale.ROOT).replace('-', ' '), csr)).isEqualTo("T-1 hall");
        clock.pass(Duration.ofHours(24));
        assertThat(enrol(code, csr)).isEqualTo("401 CODE_EXPIRED");
    }

    @Test
    void refusesASecondKeyAndTellsOperators() {
        String code = desk.newCode("T-1", "hall").code();
        enrol(code, csr);

        assertThat(enrol(code, Requests.good("other"))).isEqualTo("409 CODE_USED");
        assertThat(new FleetView(database, clock).events())
                .extracting(EventRow::kind)
                .containsExactly("CODE_USED_TWICE");
    }

    @Test
    void limitsTriesPerAddressAndMinute() {
        RateLimit limit = new RateLimit(2, clock);

        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(limit.allows("a")).isTrue();
    }

    private String enrol(String code, String request) {
        return desk.enrol(new EnrolmentRequest(code, request))
                .on(
                        answer -> answer.terminalId() + " " + answer.site(),
                        refused -> refused.status() + " " + refused.reason());
    }
}
