import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pytorch.serve.archive.model.InvalidModelException;
import org.pytorch.serve.archive.model.ModelConfig;
import org.pytorch.serve.archive.utils.ArchiveUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * Feeds documents to TorchServe's own model-config reader.
 *
 * <p>stdin: one document per line, base64 of the file's bytes. stdout: one JSON object per line
 * with outcome, thrown or modelConfig, and with --debug what SnakeYAML made of every node.
 *
 * <p>What counts as "ignored" is what ModelArchive.getModelConfig catches (InvalidModelException
 * and IOException); anything else leaves it and stops the server.
 */
public final class ParseOracle {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private ParseOracle() {}

    public static void main(String[] args) throws IOException {
        boolean debug = args.length > 1 && "--debug".equals(args[1]);
        Path file = Path.of(args[0]);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // log4j greets on stdout
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Files.write(file, Base64.getDecoder().decode(line));
            JsonObject row = observe(file.toFile());
            if (debug) {
                row.add("snakeyaml_2_1", parseTree(file));
            }
            out.print(GSON.toJson(row) + "\n");
            if (!in.ready()) {
                out.flush();
            }
        }
        out.flush();
    }

    private static JsonObject observe(File file) {
        JsonObject row = new JsonObject();
        try {
            JsonObject config = fields(ModelConfig.build(ArchiveUtils.readYamlFile(file)));
            row.addProperty("outcome", "loaded");
            row.add("modelConfig", config);
        } catch (InvalidModelException e) {
            row.addProperty("outcome", "ignored");
            row.addProperty("thrown", name(e) + (e.getCause() == null ? "" : "/" + name(e.getCause())));
            row.addProperty("message", e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (IOException e) {
            row.addProperty("outcome", "ignored");
            row.addProperty("thrown", name(e));
        } catch (Throwable e) { // NOPMD: also StackOverflowError
            row.addProperty("outcome", "fatal");
            row.addProperty("thrown", name(e));
            row.addProperty("message", e.getMessage());
        }
        return row;
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }

    /** Every instance field, in declaration order; nested for the torchrun section. */
    private static JsonObject fields(Object object) {
        JsonObject result = new JsonObject();
        for (Field field : object.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            field.setAccessible(true);
            Object value;
            try {
                value = field.get(object);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            if (value instanceof ModelConfig.TorchRun) {
                result.add(field.getName(), fields(value));
            } else if (value instanceof Enum) {
                result.addProperty(field.getName(), ((Enum<?>) value).name());
            } else {
                result.add(field.getName(), GSON.toJsonTree(value));
            }
        }
        return result;
    }

    private static JsonObject parseTree(Path file) throws IOException {
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return tree(new Yaml().load(reader), Collections.newSetFromMap(new IdentityHashMap<>()));
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private static JsonObject tree(Object value, Set<Object> open) {
        JsonObject node = new JsonObject();
        if (value == null) {
            node.addProperty("type", "null");
        } else if (value instanceof Map || value instanceof List) {
            if (!open.add(value)) {
                node.addProperty("type", "recursive");
                return node;
            }
            JsonArray children = new JsonArray();
            if (value instanceof Map) {
                node.addProperty("type", "map");
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    JsonArray pair = new JsonArray();
                    pair.add(tree(entry.getKey(), open));
                    pair.add(tree(entry.getValue(), open));
                    children.add(pair);
                }
                node.add("entries", children);
            } else {
                node.addProperty("type", "list");
                for (Object item : (List<?>) value) {
                    children.add(tree(item, open));
                }
                node.add("items", children);
            }
            open.remove(value);
        } else {
            node.addProperty("type", value.getClass().getSimpleName());
            node.addProperty("value", text(value));
        }
        return node;
    }

    private static String text(Object value) {
        if (value instanceof byte[]) {
            return "bytes";
        }
        if (value instanceof java.util.Date) {
            return String.valueOf(((java.util.Date) value).getTime());
        }
        return value.toString();
    }
}
