package io.changbai.ui.gateway.internal;

import io.changbai.journey.Intent;
import io.changbai.journey.Journey;
import io.changbai.journey.Screen;
import io.changbai.journey.VisitView;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A journey that shows what the test says and remembers what it was told. One listener is enough. */
final class FakeJourney implements Journey {

    final BlockingQueue<Intent> intents = new LinkedBlockingQueue<>();
    private volatile VisitView view = view(1, new Screen.Attract(List.of()));
    private volatile Consumer<VisitView> listener = ignored -> {};

    static VisitView view(long revision, Screen screen) {
        return new VisitView(revision, "zh-CN", "一号厅", screen, OptionalInt.empty());
    }

    void show(VisitView next) {
        view = next;
        listener.accept(next);
    }

    @Override
    public VisitView view() {
        return view;
    }

    @Override
    public Subscription onView(Consumer<VisitView> added) {
        listener = added;
        added.accept(view);
        return () -> listener = ignored -> {};
    }

    @Override
    public void intent(Intent intent) {
        intents.add(intent);
    }
}
