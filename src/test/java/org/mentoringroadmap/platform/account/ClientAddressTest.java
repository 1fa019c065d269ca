package org.mentoringroadmap.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    /** A subscriber has all addresses of a network of IPv6; a name would be looked up at whoever sends it. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02",
        "2001:db8:1:2::1, 20:01:0d:b8:00:01:00:02",
        "::ffff:192.0.2.1, 192.0.2.1",
        "name.example.org, name.example.org",
        "no:address, no:address"
    })
    void isTheNetworkOfWhoeverAsks(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }

    @Test
    void isEmptyWhereNobodyAsks() {
        assertThat(ClientAddress.current()).isEmpty();
        assertThat(ClientAddress.network(null)).isEmpty();
    }
}
