package fledge.mail.rules;

import java.util.regex.Pattern;

/** What a mail address looks like (RFC 5321, without quoted and international local parts, which no office uses). */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private MailAddress() {}

    /** Whether mail can be sent there. Example: {@code wang.fang@luqiao.gov.cn} can, {@code wang fang@luqiao} cannot. */
    public static boolean isFit(String address) {
        return address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL_PART
                && FORM.matcher(address).matches();
    }
}
