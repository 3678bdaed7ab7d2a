using System.Globalization;
using System.Text;

namespace Networks.Workflows.Documents;

/// <summary>What is written into a template. A value that is null or blank is not there, and is told as missing.</summary>
/// <remarks>Every method throws <see cref="KeyNotFoundException"/> for a name that is not in the list of fields.</remarks>
public sealed class TemplateValues(TemplateFields fields)
{
    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, bool> _conditions = [];
    private readonly Dictionary<string, IReadOnlyList<TemplateValues>> _lists = [];

    public TemplateFields Fields { get; } = fields;

    /// <summary>Line ends become line breaks; control characters and marks that turn the reading direction are dropped.</summary>
    public TemplateValues Text(string name, string? value) => Set(name, FieldKind.Text, Clean(value));

    public TemplateValues Date(string name, DateOnly? value) => Set(name, FieldKind.Date, value);

    public TemplateValues Euro(string name, long? cents) => Set(name, FieldKind.Euro, cents);

    public TemplateValues Number(string name, long? value) => Set(name, FieldKind.Number, value);

    public TemplateValues When(string condition, bool holds)
    {
        var known = Fields.Condition(TagText.Key(condition)) ?? throw new KeyNotFoundException(condition);
        _conditions[known.Name] = holds;
        return this;
    }

    /// <param name="fill">Writes the values of one item.</param>
    public TemplateValues List<T>(string name, IEnumerable<T> items, Action<TemplateValues, T> fill)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(fill);
        var known = Fields.List(TagText.Key(name)) ?? throw new KeyNotFoundException(name);
        _lists[known.Name] = [.. items.Select(item =>
        {
            var values = new TemplateValues(known.Item);
            fill(values, item);
            return values;
        })];
        return this;
    }

    internal string? Written(TemplateField field, string format) =>
        _values.TryGetValue(field.Name, out var value) ? FieldFormat.Write(field.Kind, value, format) : null;

    internal bool? Holds(TemplateCondition condition) => _conditions.TryGetValue(condition.Name, out var holds) ? holds : null;

    internal IReadOnlyList<TemplateValues>? Items(TemplateList list) => _lists.GetValueOrDefault(list.Name);

    private TemplateValues Set(string name, FieldKind kind, object? value)
    {
        var known = Fields.Field(TagText.Key(name)) ?? throw new KeyNotFoundException(name);
        if (known.Kind != kind)
        {
            throw new ArgumentException($"{name} is a {known.Kind}.", nameof(name));
        }

        if (value is null or "")
        {
            _values.Remove(known.Name);
        }
        else
        {
            _values[known.Name] = value;
        }

        return this;
    }

    private static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").Trim().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var dropped = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate;
            if (!dropped || rune.Value is '\n' or '\t')
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}
