package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardExchange;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The bank of programmes and the partners of the invented school; what is there already stays as it is. */
@Component
@Profile("demo")
class DemoBank {
    private final CardExchange exchange;
    private final Partners partners;
    private final Programmes programmes;
    private final DemoEngine engine;

    DemoBank(CardExchange exchange, Partners partners, Programmes programmes, DemoEngine engine) {
        this.exchange = exchange;
        this.partners = partners;
        this.programmes = programmes;
        this.engine = engine;
    }

    void fill(DemoPlan plan) {
        engine.as(
                Role.CURATOR.id(),
                plan.schoolId(),
                () -> exchange.take(plan.schoolId(), read("programme-cards.json", InputStream::readAllBytes)));
        List<PartnerDetails> organisations = read(
                "partners.json",
                file -> new ObjectMapper().readValue(file, new TypeReference<List<PartnerDetails>>() {}));
        engine.as(Role.CURATOR.id(), plan.schoolId(), () -> {
            running().ifPresent(programme -> organisations.forEach(details -> add(programme, details)));
            return null;
        });
    }

    private Optional<Programme> running() {
        return programmes.visible().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .findFirst();
    }

    private void add(Programme programme, PartnerDetails details) {
        try {
            partners.add(programme.id(), details, true);
        } catch (ConflictException e) {
            // entered at an earlier start
        }
    }

    private interface Reading<T> {
        T from(InputStream file) throws IOException;
    }

    private static <T> T read(String name, Reading<T> reading) {
        try (InputStream file = DemoBank.class.getResourceAsStream("/demo/" + name)) {
            return reading.from(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
