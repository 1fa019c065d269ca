package org.mentoringroadmap.mentorship;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.matching.PairMaker;
import org.mentoringroadmap.mentorship.PairBook.NewPair;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the pairs and groups that the matching has decided; where pairs work already they begin at once. Each is written
 * and forgotten before the next, since every flush looks at all that the session remembers: of three hundred pairs the
 * last would take a hundred times as long as the first.
 */
@Component
class TeamMaker implements PairMaker {
    private final PairBook book;
    private final Programmes programmes;
    private final Access access;
    private final EntityManager session;
    private final ApplicationEventPublisher events;

    TeamMaker(
            PairBook book,
            Programmes programmes,
            Access access,
            EntityManager session,
            ApplicationEventPublisher events) {
        this.book = book;
        this.programmes = programmes;
        this.access = access;
        this.session = session;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> form(Held held, List<NewTeam> teams) {
        Long programmeId = held.programmeId();
        Programme programme = access.running(programmes.get(programmeId));
        boolean begin = book.works(programmeId);
        List<Long> ids = new ArrayList<>();
        forget();
        for (NewTeam team : teams) {
            int mentees = team.menteeIds().size();
            Mentorship.Kind kind = mentees > 1 ? Mentorship.Kind.GROUP : Mentorship.Kind.PAIR;
            MentorshipDetails details =
                    new MentorshipDetails(mentees, null, team.form().orElse(null), team.basis());
            ids.add(book.make(
                            held,
                            programme,
                            new NewPair(kind, details, null, null, begin),
                            new MemberChoice(team.mentorId(), team.menteeIds()))
                    .id());
            forget();
        }
        events.publishEvent(new PairsChanged(programmeId));
        return ids;
    }

    private void forget() {
        session.flush();
        session.clear();
    }
}
