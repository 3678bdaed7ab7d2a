namespace Networks.Workflows.Documents;

/// <summary>One piece of a document in reading order; every text is plain and must be encoded where it is shown.</summary>
public abstract record WordBlock;

/// <param name="Level">1 for the chapters of the text, 2 below them; the title of the whole is 0.</param>
/// <param name="Number">As Word shows it ("Art. 3"), null where it has none.</param>
public sealed record WordHeading(int Level, string? Number, string Text) : WordBlock;

/// <param name="Number">As Word shows it ("2.", "a)"), null where it has none.</param>
/// <param name="Depth">How deep it is indented by its numbering: 0, 1 for "1.", 2 for "a)".</param>
public sealed record WordParagraph(string? Number, int Depth, string Text) : WordBlock;

public sealed record WordTable(IReadOnlyList<WordTableRow> Rows) : WordBlock;

/// <param name="Heading">Repeated on every page; to be shown as column heads.</param>
/// <param name="Cells">Each cell's paragraphs.</param>
public sealed record WordTableRow(bool Heading, IReadOnlyList<IReadOnlyList<string>> Cells);

/// <summary>An article of the contract, or what stands before the first and after the last.</summary>
/// <param name="Number">Null for what is no article: the parties, the premises, the signatures.</param>
/// <param name="Text">One line a paragraph or table row, with its number; without the heading.</param>
/// <param name="Sha256">Of title and text, not of the number: an article that only moved keeps its fingerprint.</param>
public sealed record Clause(int? Number, string Title, string Text, string Sha256);

/// <param name="Sha256">Of the words in order with their numbers; formatting, blanks and kinds of quote do not count.</param>
public sealed record WordText(IReadOnlyList<WordBlock> Blocks, IReadOnlyList<Clause> Clauses, string Sha256);
