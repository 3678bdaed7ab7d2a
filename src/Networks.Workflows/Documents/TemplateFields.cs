namespace Networks.Workflows.Documents;

public enum FieldKind
{
    Text,

    /// <summary>A legal day; formats: none (01/03/2026) and <c>estesa</c> (1° marzo 2026).</summary>
    Date,

    /// <summary>Cents; formats: none (€ 4.000,00), <c>in cifre</c> (4.000,00) and <c>in lettere</c> (quattromila/00).</summary>
    Euro,

    /// <summary>A whole number; formats: none (1.200) and <c>in lettere</c>.</summary>
    Number,
}

/// <param name="Name">As the author of a template writes it, in Italian words.</param>
public sealed record TemplateField(string Name, FieldKind Kind, params string[] Synonyms);

/// <summary>A yes/no that the service computes: a template holds no operators.</summary>
/// <param name="Name">What follows "se" in the tag.</param>
public sealed record TemplateCondition(string Name, params string[] Synonyms);

/// <param name="Name">What follows "per ogni" in the tag.</param>
/// <param name="Item">What may be written between the two tags of the loop, besides everything around it.</param>
public sealed record TemplateList(string Name, TemplateFields Item, params string[] Synonyms);

/// <summary>The published list of what a template may use. Names are compared without case, accents and kinds of blank or quote.</summary>
public sealed class TemplateFields
{
    private readonly Dictionary<string, TemplateField> _fields;
    private readonly Dictionary<string, TemplateCondition> _conditions;
    private readonly Dictionary<string, TemplateList> _lists;

    /// <exception cref="ArgumentException">Two names, or a name and a synonym, read the same.</exception>
    public TemplateFields(
        IReadOnlyList<TemplateField> fields,
        IReadOnlyList<TemplateCondition>? conditions = null,
        IReadOnlyList<TemplateList>? lists = null)
    {
        Fields = fields;
        Conditions = conditions ?? [];
        Lists = lists ?? [];
        _fields = Index(Fields, f => [f.Name, .. f.Synonyms]);
        _conditions = Index(Conditions, c => [c.Name, .. c.Synonyms]);
        _lists = Index(Lists, l => [l.Name, .. l.Synonyms]);
    }

    public IReadOnlyList<TemplateField> Fields { get; }

    public IReadOnlyList<TemplateCondition> Conditions { get; }

    public IReadOnlyList<TemplateList> Lists { get; }

    /// <summary>Every name at any depth: what a template must use, and nothing else.</summary>
    public IEnumerable<string> AllNames =>
        [.. Fields.Select(f => f.Name), .. Conditions.Select(c => c.Name), .. Lists.SelectMany(l => l.Item.AllNames.Prepend(l.Name))];

    internal TemplateField? Field(string key) => _fields.GetValueOrDefault(key);

    internal TemplateCondition? Condition(string key) => _conditions.GetValueOrDefault(key);

    internal TemplateList? List(string key) => _lists.GetValueOrDefault(key);

    private static Dictionary<string, T> Index<T>(IEnumerable<T> members, Func<T, IEnumerable<string>> names) =>
        members.SelectMany(m => names(m).Select(n => (Key: TagText.Key(n), m))).ToDictionary(p => p.Key, p => p.m);
}
