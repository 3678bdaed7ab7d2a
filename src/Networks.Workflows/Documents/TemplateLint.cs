namespace Networks.Workflows.Documents;

/// <summary>Reads the meaning of the tags: which names exist where they stand, and which tags belong together.</summary>
internal sealed class TemplateLint
{
    private readonly TemplateReading _reading;
    private readonly List<TemplateProblem> _problems = [];
    private readonly Stack<Opened> _open = new();
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<int, TemplateBlock> _blocks = [];

    public TemplateLint(TemplateReading reading, TemplateFields fields)
    {
        _reading = reading;
        _problems.AddRange(reading.Problems);
        var everything = new Opened(-1, [fields]);
        for (var i = 0; i < reading.Tags.Count; i++)
        {
            Take(i, (_open.TryPeek(out var around) ? around : everything).Scope);
        }

        _problems.AddRange(_open.Reverse().Select(o => Problem(o.Index, "template-never-closed")));
    }

    public TemplateCheck Check => new([.. _problems], _used);

    /// <summary>Each block under the number of its first tag. Complete only where there is no problem.</summary>
    public IReadOnlyDictionary<int, TemplateBlock> Blocks => _blocks;

    private void Take(int index, IReadOnlyList<TemplateFields> scope)
    {
        var tag = _reading.Tags[index].Tag;
        switch (tag.Kind)
        {
            case TagKind.Value:
                TakeValue(index, tag, scope);
                break;
            case TagKind.When:
                Use(scope.Select(f => f.Condition(tag.Key)?.Name).FirstOrDefault(n => n is not null), index, "template-unknown-condition",
                    scope.SelectMany(f => f.Conditions.Select(c => c.Name)));
                _open.Push(new Opened(index, scope));
                break;
            case TagKind.Each:
                var list = scope.Select(f => f.List(tag.Key)).FirstOrDefault(l => l is not null);
                Use(list?.Name, index, "template-unknown-list", scope.SelectMany(f => f.Lists.Select(l => l.Name)));
                _open.Push(new Opened(index, list is null ? scope : [list.Item, .. scope]) { IsList = true, Unknown = list is null });
                break;
            case TagKind.Else:
                TakeElse(index);
                break;
            case TagKind.End:
                TakeEnd(index);
                break;
        }
    }

    private void TakeValue(int index, TemplateTag tag, IReadOnlyList<TemplateFields> scope)
    {
        var field = scope.Select(f => f.Field(tag.Key)).FirstOrDefault(f => f is not null);
        if (field is not null)
        {
            _used.Add(field.Name);
            if (tag.Format.Length > 0 && !FieldFormat.Of(field.Kind).Contains(tag.Format))
            {
                _problems.Add(Problem(index, "template-unknown-format") with { Meant = FieldFormat.Of(field.Kind)[0] });
            }
        }
        else if (ListOf(scope[^1], tag.Key) is { } list)
        {
            _problems.Add(Problem(index, "template-outside-list") with { Meant = "{{per ogni " + list + "}}" });
        }
        else if (!_open.Any(o => o.Unknown))
        {
            Use(null, index, "template-unknown-field", scope.SelectMany(f => f.Fields.Select(v => v.Name)));
        }
    }

    private void Use(string? name, int index, string code, IEnumerable<string> known)
    {
        if (name is not null)
        {
            _used.Add(name);
            return;
        }

        _problems.Add(Problem(index, code) with { Meant = TagText.Nearest(_reading.Tags[index].Tag.Key, known) });
    }

    private void TakeElse(int index)
    {
        if (!_open.TryPeek(out var opened) || opened.IsList || opened.Else is not null)
        {
            _problems.Add(Problem(index, "template-else-alone"));
            return;
        }

        opened.Else = index;
    }

    private void TakeEnd(int index)
    {
        if (!_open.TryPop(out var opened))
        {
            _problems.Add(Problem(index, "template-end-alone"));
            return;
        }

        var tags = _reading.Tags;
        if (BlockPlace.Of(tags[opened.Index], opened.Else is { } e ? tags[e] : null, tags[index]) is { } span)
        {
            _blocks[opened.Index] = new TemplateBlock(span, opened.Index, opened.Else, index);
            return;
        }

        _problems.Add(new TemplateProblem("documents.template-crossing", TemplateProblem.Shortened(tags[opened.Index].Context),
            "{{" + tags[opened.Index].Tag.Written + "}}", TemplateProblem.Shortened(tags[index].Context)));
    }

    private TemplateProblem Problem(int index, string code) => TemplateProblem.At(_reading.Tags[index], code);

    private static string? ListOf(TemplateFields fields, string key) =>
        fields.Lists.FirstOrDefault(l => l.Item.Field(key) is not null || ListOf(l.Item, key) is not null)?.Name;

    /// <param name="Scope">What may be named inside, the nearest first.</param>
    private sealed record Opened(int Index, IReadOnlyList<TemplateFields> Scope)
    {
        public bool IsList { get; init; }

        /// <summary>The list does not exist: its fields are not told one by one.</summary>
        public bool Unknown { get; init; }

        public int? Else { get; set; }
    }
}
