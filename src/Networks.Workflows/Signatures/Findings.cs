using Networks.Data.Signing;

namespace Networks.Workflows.Signatures;

/// <summary>The findings of one file while it is read, in the order in which they were made.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    /// <summary>The worst of all: one invalid thing makes the file invalid, then one unknown thing makes it undecided.</summary>
    public SignatureVerdict Verdict =>
        Holds(SignatureVerdict.Invalid) ? SignatureVerdict.Invalid
        : Holds(SignatureVerdict.NotChecked) ? SignatureVerdict.NotChecked
        : Holds(SignatureVerdict.Indeterminate) ? SignatureVerdict.Indeterminate
        : SignatureVerdict.Valid;

    public void Invalid(string code, params string[] values) => Add(SignatureVerdict.Invalid, code, values);

    public void Indeterminate(string code, params string[] values) => Add(SignatureVerdict.Indeterminate, code, values);

    public void Note(string code, params string[] values) => Add(SignatureVerdict.Valid, code, values);

    /// <summary>Adds a finding once: the same sentence twice tells nothing.</summary>
    public void Add(SignatureVerdict verdict, string code, params string[] values)
    {
        if (!_all.Exists(f => f.Code == code && f.Values.SequenceEqual(values)))
        {
            _all.Add(new Finding(verdict, code, values));
        }
    }

    private bool Holds(SignatureVerdict verdict) => _all.Exists(f => f.Verdict == verdict);
}
