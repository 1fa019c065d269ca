package org.mentoringroadmap.questionnaire.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.questionnaire.QuestionnaireProperties;
import org.mentoringroadmap.shared.ConflictException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server of the settings. What the server or the library says of a letter is told by a code of
 * ours: their words quote addresses.
 */
@Component
class PostOffice {
    static final String ADDRESS = "address";
    private static final String REFUSED = "refused";

    /** A letter as it leaves the house; {@code replyTo} may be empty. */
    record Written(String to, String replyTo, String subject, String text) {}

    private final ObjectProvider<JavaMailSender> servers;
    private final QuestionnaireProperties settings;

    PostOffice(ObjectProvider<JavaMailSender> servers, QuestionnaireProperties settings) {
        this.servers = servers;
        this.settings = settings;
    }

    /** Whether there is a mail server. */
    boolean hasServer() {
        return servers.getIfAvailable() != null;
    }

    /** From whom letters come: the address of the settings, or the login at the server where that is one. */
    Optional<String> sender() {
        return Stream.of(settings.mailFrom(), login())
                .filter(address -> address.contains("@"))
                .findFirst();
    }

    private String login() {
        return servers.getIfAvailable() instanceof JavaMailSenderImpl server && server.getUsername() != null
                ? server.getUsername()
                : "";
    }

    /**
     * Hands over a letter.
     *
     * @return why the server does not take this one; empty where it has
     * @throws ConflictException {@code questionnaire.letters.server}, {@code questionnaire.letters.sign-in}: it takes none
     */
    Optional<String> send(Written letter) {
        JavaMailSender server = servers.getObject();
        try {
            server.send(message(server, letter));
            return Optional.empty();
        } catch (MessagingException badAddress) {
            return Optional.of(ADDRESS);
        } catch (MailAuthenticationException closed) {
            throw new ConflictException("questionnaire.letters.sign-in");
        } catch (MailSendException failed) {
            if (failed.getCause() != null) {
                throw new ConflictException("questionnaire.letters.server"); // it could not be reached at all
            }
            return Optional.of(problem(failed));
        } catch (MailException failed) {
            return Optional.of(REFUSED);
        }
    }

    private MimeMessage message(JavaMailSender server, Written letter) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper written = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        written.setFrom(sender().orElseThrow());
        written.setTo(letter.to());
        if (!letter.replyTo().isEmpty()) {
            written.setReplyTo(letter.replyTo());
        }
        written.setSubject(letter.subject());
        written.setText(letter.text());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static String problem(MailSendException failed) {
        return Stream.of(failed.getMessageExceptions())
                        .filter(SendFailedException.class::isInstance)
                        .map(one -> ((SendFailedException) one).getInvalidAddresses())
                        .anyMatch(PostOffice::isSome)
                ? ADDRESS
                : REFUSED;
    }

    private static boolean isSome(Address... addresses) {
        return addresses != null && addresses.length > 0;
    }
}
