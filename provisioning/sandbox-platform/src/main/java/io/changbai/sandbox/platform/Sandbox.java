package io.changbai.sandbox.platform;

import com.sun.net.httpserver.HttpServer;
import io.changbai.platform.messages.core.CoreApi;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The stand-in province without its MQTT session: people, platform, ledger and HTTP side, put together. */
final class Sandbox implements AutoCloseable {

    private static final int OTHERS = 24;

    private final List<Resident> people;
    private final Ledger ledger;
    private final SandboxHttp http;
    private final String url;
    private final Switchboard switchboard;

    /** @param publicUrl null for the sandbox's own address */
    Sandbox(Path data, int httpPort, long seed, String publicUrl, Clock clock) throws IOException, SQLException {
        people = new ProvinceGenerator(seed, YearMonth.now(clock)).generate(OTHERS);
        CheckCodes codes = CheckCodes.open(data);
        ledger = Ledger.open(data);
        HttpServer server = SandboxHttp.bind(httpPort);
        url = SandboxHttp.url(server);
        Documents documents = new Documents(ledger, codes, publicUrl == null ? url : publicUrl);
        Scripts scripts = new Scripts(Set.of(
                CoreApi.FIND_PERSON,
                CoreApi.VERIFY_FACE,
                CoreApi.ISSUE_CERTIFICATE,
                CoreApi.CERTIFY_PENSION,
                CoreApi.OUTCOME,
                CoreApi.VERIFY_DOCUMENT));
        Handles handles = new Handles(clock);
        Handles proofs = new Handles(clock);
        Desk desk = new Desk(handles, proofs, ledger, documents, clock);
        CorePlatform platform = new CorePlatform(new Province(people), handles, proofs, ledger, documents, desk);
        switchboard = new Switchboard(platform, scripts, clock);
        http = new SandboxHttp(server, documents, scripts, ResidentsFile.json(people)).start();
    }

    List<Resident> people() {
        return people;
    }

    String url() {
        return url;
    }

    Switchboard switchboard() {
        return switchboard;
    }

    @Override
    public void close() throws SQLException {
        http.close();
        ledger.close();
    }
}
