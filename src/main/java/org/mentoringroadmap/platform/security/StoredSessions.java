package org.mentoringroadmap.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in the database: they outlive a restart, and all nodes see them. A request reads its session once, and
 * one that changes nothing writes the time of the last access once a minute. What cannot be read any more, for example
 * after an upgrade, is absent: the person signs in again.
 */
@Configuration(proxyBeanMethods = false)
class StoredSessions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
    private static final Duration STEP_OF_ACCESS_TIME = Duration.ofMinutes(1);

    /** Two requests of one browser may add the same attribute at once; the later one wins. */
    private static final String ADD_ATTRIBUTE_TO_H2 = """
            MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
            VALUES (?, ?, ?)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> storeOfSessions(DataSource database) {
        return sessions -> {
            sessions.setConversionService(conversion());
            if (isPostgres(database)) {
                new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            } else {
                sessions.setCreateSessionAttributeQuery(ADD_ATTRIBUTE_TO_H2);
            }
        };
    }

    /** By its name the library finds it; without it every access would ask for a connection of its own. */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations sessionTransactions(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    private static boolean isPostgres(DataSource database) {
        try {
            return "PostgreSQL"
                    .equals(JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName()));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    static ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        DeserializingConverter reading = new DeserializingConverter(StoredSessions.class.getClassLoader());
        conversion.addConverter(byte[].class, Object.class, bytes -> {
            try {
                return reading.convert(bytes);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Part of a session cannot be read any more and is dropped: {}", e.toString());
                return null;
            }
        });
        return conversion;
    }

    /** Boot makes the store of sessions; this puts the thrifty one around it. */
    @Bean
    static BeanPostProcessor thriftySessions() {
        return new BeanPostProcessor() {
            @Override
            @SuppressWarnings("unchecked") // the type of its sessions cannot be named outside of the library
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new Thrifty((SessionRepository<Session>) (SessionRepository<?>) stored)
                        : bean;
            }
        };
    }

    /** Writes no session only because it was looked at, and none on a second connection. */
    private record Thrifty(SessionRepository<Session> stored) implements SessionRepository<ThriftySession> {
        @Override
        public ThriftySession createSession() {
            return new ThriftySession(stored.createSession());
        }

        /** An answer may leave while a transaction is open; the session is then stored at the end of the request. */
        @Override
        public void save(ThriftySession session) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                stored.save(session.stored());
            }
        }

        @Override
        public ThriftySession findById(String id) {
            // The id is what the cookie says: anybody's text, and no session of ours has such a one.
            Session found = id.chars().anyMatch(Character::isISOControl) ? null : stored.findById(id);
            return found == null ? null : new ThriftySession(found);
        }

        @Override
        public void deleteById(String id) {
            stored.deleteById(id);
        }
    }

    /** A session whose time of last access moves in steps. */
    private record ThriftySession(Session stored) implements Session {
        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(stored.getLastAccessedTime().plus(STEP_OF_ACCESS_TIME))) {
                stored.setLastAccessedTime(time);
            }
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
