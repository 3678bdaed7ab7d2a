using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Register;

/// <summary>The fields of one firm as somebody gave them: those that are not given stay as they are, an empty one is cleared.</summary>
internal sealed record FirmRow(IReadOnlyDictionary<string, string> Values, IReadOnlyList<Refusal> Faults)
{
    /// <summary>The number under which the firm is known in the whole service; null when none was given that says it.</summary>
    public string? Key =>
        Given("tax-code") ?? Given("vat-number") ?? Given("eu-vat");

    public string? Given(string field) => Values.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    /// <param name="typed">By the words of <see cref="RegisterFields.Names"/>; others are left out.</param>
    public static FirmRow Read(IEnumerable<KeyValuePair<string, string>> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        List<Refusal>? faults = null;
        foreach (var (name, text) in typed)
        {
            if (!RegisterFields.ByName.TryGetValue(name, out var field))
            {
                continue;
            }

            var trimmed = text.Trim();
            var read = trimmed.Length == 0 ? "" : field.Normal(trimmed);
            if (read.Fault is { } fault)
            {
                (faults ??= []).Add(fault with { Field = name });
            }

            values[name] = read.Value;
        }

        // A foreign number says where the firm is.
        if (!values.ContainsKey("country") && values.TryGetValue("eu-vat", out var vat) && vat.Length > 2)
        {
            values["country"] = Networks.Data.Firms.EuVat.Parse(vat).Country;
        }

        return new FirmRow(values, faults ?? (IReadOnlyList<Refusal>)[]);
    }

    /// <summary>Writes what was given.</summary>
    public void WriteTo(FirmState state)
    {
        foreach (var field in RegisterFields.InOrderOfWriting)
        {
            if (Values.TryGetValue(field.Name, out var value))
            {
                field.Write(state, value);
            }
        }
    }
}
