package org.mentoringroadmap.platform.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The address from which the current request comes. Behind a proxy it is the one that the proxy names, as far as the
 * container trusts the proxy ({@code server.tomcat.remoteip.internal-proxies}).
 */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address of whoever asks; of IPv6 the network, since one subscriber has all of it. Empty without a request. */
    public static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? network(request.getRequest().getRemoteAddr())
                : "";
    }

    static String network(String address) {
        if (address == null || !address.contains(":")) {
            return address == null ? "" : address;
        }
        try {
            // What has a colon is a literal for the library: no name is looked up.
            InetAddress read = InetAddress.getByName(address);
            return read instanceof Inet6Address six
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : read.getHostAddress(); // one of IPv4 in the clothes of IPv6
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
