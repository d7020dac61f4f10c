package io.changbai.fleet.broker;

class ArtemisBrokerIT extends BrokerContract {

    @Override
    Broker start(BrokerSettings settings) throws Exception {
        return ArtemisBroker.start(settings);
    }
}
