package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FleetOptionsTest {

    private static final String GOOD =
            "serve --data d --http-port 0 --enrol-port 1 --broker ssl://h:1 --account changbai";

    @Test
    void namesTheOptionThatIsWrong() {
        refuses("", "serve");
        refuses("run", "serve");
        refuses(GOOD + " --colour red", "--colour");
        refuses(GOOD + " --database", "--database");
        refuses(GOOD.replace("--data d ", ""), "--data");
        refuses(GOOD.replace("-port 1", "-port 70000"), "--enrol-port");
        refuses(GOOD.replace("ssl://h:1", "tcp://h:1"), "--broker");
    }

    @Test
    void listensOnLoopbackUnlessANameSaysOtherwise() throws Exception {
        assertThat(parse(GOOD).enrolHost()).isEqualTo("127.0.0.1");
        assertThat(parse(GOOD + " --host-names fleet.example,localhost").enrolHost())
                .isEqualTo("0.0.0.0");
    }

    @Test
    void takesHowManyEnrolmentsAMinuteMayHave() throws Exception {
        assertThat(parse(GOOD).enrolmentsPerMinute()).isEqualTo(30);
        assertThat(parse(GOOD + " --enrolments-per-minute 100000").enrolmentsPerMinute())
                .isEqualTo(100_000);
        for (String wrong : List.of("0", "-1", "100001", "many", "9999999999")) {
            refuses(GOOD + " --enrolments-per-minute " + wrong, "--enrolments-per-minute");
        }
    }

    private static void refuses(String line, String named) {
        assertThatThrownBy(() -> parse(line)).hasMessageContaining(named);
    }

    private static FleetOptions parse(String line) throws Exception {
        return FleetOptions.parse(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }
}
