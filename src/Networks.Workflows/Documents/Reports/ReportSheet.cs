namespace Networks.Workflows.Documents.Reports;

/// <summary>A table of a report with what it means.</summary>
/// <param name="Note">One or more sentences: what is counted and how.</param>
/// <param name="Rows">Cells: <see cref="int"/>, <see cref="DateOnly"/>, text, or null for an empty one.</param>
public sealed record ReportSheet(string Title, string Note, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Lead">When it was made, from what, with which filters.</param>
public sealed record Report(string Title, string Lead, IReadOnlyList<ReportSheet> Sheets);
