namespace Networks.Architecture.Tests.Support;

/// <summary>
/// A contract as a text in <c>approved/</c>. When it differs, the new text lies beside it as <c>.received.txt</c>: read
/// the difference, and if it is meant, rename it to <c>.txt</c> and commit it.
/// </summary>
internal static class Approved
{
    public static void Check(string name, string text)
    {
        var folder = Repository.Folder("tests", "Networks.Architecture.Tests", "approved");
        var approved = Path.Combine(folder, $"{name}.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var now = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (now == before)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, now);
        var old = before.Split('\n').ToHashSet(StringComparer.Ordinal);
        var changed = now.Split('\n').FirstOrDefault(line => !old.Contains(line), "(lines are missing or moved)");
        Assert.Fail($"{name}.txt differs; compare it with {Path.GetFileName(received)}. First new line: {changed}");
    }
}
