package fledge.identity.rules;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The network an address belongs to, which is all that is kept of it: the first 24 bits of an IPv4 address, the first 64 of an
 * IPv6 one. Example: {@code 192.0.2.77} gives {@code 192.0.2.0/24}.
 */
public final class AddressPrefix {

    private AddressPrefix() {}

    /** What is no address gives {@code unknown}. */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            boolean four = parsed instanceof Inet4Address;
            byte[] bytes = parsed.getAddress();
            for (int i = four ? 3 : 8; i < bytes.length; i++) {
                bytes[i] = 0;
            }
            return InetAddress.getByAddress(bytes).getHostAddress() + (four ? "/24" : "/64");
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "unknown";
        }
    }
}
