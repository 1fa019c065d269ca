package org.mentoringroadmap.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a page of a task leads when the task is done: back to Tasklist, which has sent its own address. */
public final class TasklistAddress {
    private TasklistAddress() {}

    /**
     * A path of this application; the main page where the address is anything but Tasklist's.
     *
     * @param callbackUrl address that came with the request; may be null
     * @param serverName host of the request
     */
    public static String of(String callbackUrl, String serverName) {
        try {
            URI uri = new URI(callbackUrl == null ? "" : callbackUrl);
            boolean ours = uri.getHost() == null
                    ? uri.getScheme() == null && uri.getRawAuthority() == null
                    : uri.getHost().equalsIgnoreCase(serverName);
            String path = uri.normalize().getRawPath();
            if (ours && path != null && path.startsWith(Webapps.PAGES + "/")) {
                return path
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                        + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            }
        } catch (URISyntaxException e) {
            // not an address of Tasklist
        }
        return "/";
    }
}
