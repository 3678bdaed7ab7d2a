namespace Networks.Data.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>The file is there; its columns are being matched.</summary>
    Uploaded,

    /// <summary>Every row is being looked at; nothing is written.</summary>
    Checking,

    /// <summary>Looked at; waits for a person.</summary>
    Checked,

    /// <summary>Firms are being written.</summary>
    Importing,

    Done,

    /// <summary>What it wrote is being taken back.</summary>
    Undoing,

    Undone,

    /// <summary>It cannot go on; <see cref="FirmImport.Failure"/> says why.</summary>
    Failed,
}

/// <summary>Firms of one desk from one file. It is done in portions: each is written whole, and the next goes on after it.</summary>
public sealed class FirmImport
{
    private FirmImport()
    {
    }

    public FirmImport(Guid id, AssociationId associationId, FileId file, string fileName, DateTimeOffset createdAt)
    {
        Id = id;
        AssociationId = associationId;
        File = file;
        FileName = fileName;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public AssociationId AssociationId { get; private set; }

    /// <summary>Who brought the file; null for the command line.</summary>
    public OfficerId? By { get; init; }

    public FileId File { get; private set; }

    public string FileName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public ImportStatus Status { get; set; } = ImportStatus.Uploaded;

    /// <summary>What each column of the file holds, a word or empty, in the order of the file; never null.</summary>
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>How the consents to be contacted and shown were gathered: a stored word of the privacy notice; null when they were not.</summary>
    public string? ConsentHow { get; set; }

    /// <summary>Rows with content in the file, without the heading; null until it was read to its end.</summary>
    public int? Rows { get; set; }

    /// <summary>Rows behind in the running stage.</summary>
    public int RowsDone { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    /// <summary>Rows that say what is known already.</summary>
    public int Same { get; set; }

    public int Faults { get; set; }

    /// <summary>Firms that an undo had to keep, because they are in a case or were changed since.</summary>
    public int Kept { get; set; }

    /// <summary>Code of the sentence that says why it cannot go on; null while it can.</summary>
    public string? Failure { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Fence { get; set; }

    /// <summary>Begins a stage from the first row.</summary>
    public void Begin(ImportStatus stage)
    {
        Status = stage;
        RowsDone = 0;
        EndedAt = null;
        if (stage is ImportStatus.Checking or ImportStatus.Importing)
        {
            (Created, Updated, Same, Faults) = (0, 0, 0, 0);
        }
    }
}

/// <summary>A row that was not taken, and why.</summary>
public sealed class ImportFault
{
    private ImportFault()
    {
    }

    public ImportFault(Guid importId, int row, string code, string values)
    {
        ImportId = importId;
        Row = row;
        Code = code;
        Values = values;
    }

    public Guid ImportId { get; private set; }

    /// <summary>Line of the file, as a spreadsheet numbers it: the heading is 1.</summary>
    public int Row { get; private set; }

    /// <summary>Key of the sentence.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Values of the sentence as a JSON list.</summary>
    public string Values { get; private set; } = "";
}

/// <summary>How a firm stood before an import changed it, and after: for the undo.</summary>
public sealed class ImportChange
{
    private ImportChange()
    {
    }

    public ImportChange(Guid importId, FirmId firmId, string before, string after)
    {
        ImportId = importId;
        FirmId = firmId;
        Before = before;
        After = after;
    }

    public Guid ImportId { get; private set; }

    public FirmId FirmId { get; private set; }

    /// <summary>JSON of the imported fields.</summary>
    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";
}
