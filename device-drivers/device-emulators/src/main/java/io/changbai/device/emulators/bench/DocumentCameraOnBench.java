package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.DocumentCameraEmulator;
import io.changbai.device.emulators.DocumentCameraEmulator.Fault;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document camera on the bench. */
final class DocumentCameraOnBench implements BenchDevice {
    private final DocumentCameraEmulator camera;

    DocumentCameraOnBench(int port) {
        camera = new DocumentCameraEmulator(port);
    }

    @Override
    public String id() {
        return "document-camera";
    }

    @Override
    public AutoCloseable start() {
        return camera.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "lay",
                "Lay a page under it",
                body -> camera.lay(body.number("degrees", 0)),
                Parameter.number("degrees").optional());
        table.add(id(), "take-away", "Take the page away", body -> camera.takeAway());
        String[] faults =
                Stream.of(Fault.values()).map(DocumentCameraOnBench::name).toArray(String[]::new);
        table.add(id(), "fault", "What is wrong", body -> camera.fault(fault(body)), Parameter.choice("is", faults));
        table.cable(id(), camera::unplug, camera::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", camera.plugged());
        device.put("port", camera.port());
        device.put("page", camera.isPageThere());
        device.put("fault", name(camera.fault()));
        device.put("opened", camera.opened());
    }

    @Override
    public void reset() {
        camera.plug();
        camera.fault(Fault.NONE);
        camera.takeAway();
    }

    private static Fault fault(Body body) throws BadRequest {
        String text = body.text("is");
        for (Fault each : Fault.values()) {
            if (name(each).equals(text)) {
                return each;
            }
        }
        throw new BadRequest("The fault is one of "
                + Stream.of(Fault.values()).map(DocumentCameraOnBench::name).collect(Collectors.joining(", ")) + ".");
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
