package io.changbai.fleet.receiver;

import io.changbai.fleet.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedReceiverTest extends ReceiverContract {

    @TempDir
    Path folder;

    @Override
    protected Database openDatabase() throws Exception {
        return Database.embedded(folder);
    }
}
