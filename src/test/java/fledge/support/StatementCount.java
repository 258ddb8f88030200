package fledge.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down what the current thread sends to the database, whoever sends it: Hibernate, plain SQL, or the sessions. */
@TestComponent
public class StatementCount implements BeanPostProcessor {

    private static final ScopedValue<Sent> SENT = ScopedValue.newInstance();

    /** What was sent during some work, and how many rows came back. */
    public static final class Sent {

        private final List<Execution> executions = new ArrayList<>();
        private long rows;

        /** Everything, in its order, with what was bound to it. */
        public List<Execution> executions() {
            return List.copyOf(executions);
        }

        /** Without those on the session's own tables. */
        public List<String> statements() {
            return executions.stream()
                    .map(Execution::sql)
                    .filter(sql -> !sql.toLowerCase(Locale.ROOT).contains("spring_session"))
                    .toList();
        }

        public long rows() {
            return rows;
        }
    }

    /** A statement as it went out; it can be sent again. */
    public record Execution(String sql, List<Binding> bindings, boolean batch) {}

    /** A call that bound a parameter. */
    public record Binding(Method method, @Nullable Object[] arguments) {}

    /** Some work of a test. */
    public interface Work {
        void run() throws Exception;
    }

    /** What that work sends from this thread. */
    public static Sent during(Work work) throws Exception {
        var sent = new Sent();
        ScopedValue.where(SENT, sent).call(() -> {
            work.run();
            return sent;
        });
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource real && name.equals("dataSource") ? new Counting(real) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return SENT.isBound() ? counting(Connection.class, real, null) : real;
        }
    }

    private static <T> T counting(Class<T> type, T real, @Nullable String prepared) {
        var bindings = new ArrayList<Binding>();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
                    if (method.getName().startsWith("execute")) {
                        String sql = given.length > 0 && given[0] instanceof String text ? text : prepared;
                        SENT.get()
                                .executions
                                .add(new Execution(
                                        sql == null ? "" : sql,
                                        List.copyOf(bindings),
                                        method.getName().equals("executeBatch")));
                        bindings.clear();
                    } else if (method.getName().startsWith("set") && given.length > 1 && prepared != null) {
                        bindings.add(new Binding(method, given));
                    }
                    @Nullable Object answer;
                    try {
                        answer = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    String sql = method.getName().startsWith("prepare") ? (String) given[0] : null;
                    if (answer instanceof Boolean another && method.getName().equals("next")) {
                        SENT.get().rows += another ? 1 : 0;
                    }
                    if (answer == null) {
                        return null;
                    }
                    return switch (answer) {
                        case CallableStatement statement -> counting(CallableStatement.class, statement, sql);
                        case PreparedStatement statement -> counting(PreparedStatement.class, statement, sql);
                        case Statement statement -> counting(Statement.class, statement, null);
                        case ResultSet rows -> counting(ResultSet.class, rows, null);
                        default -> answer;
                    };
                }));
    }
}
