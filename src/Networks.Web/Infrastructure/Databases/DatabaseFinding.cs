using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>What is wrong with a database.</summary>
/// <param name="Word">Its sentence is <c>check.database-WORD</c>: cause and cure.</param>
internal sealed record DatabaseFinding(string Word, params object[] Values)
{
    /// <summary>The file of an embedded database that was never started: nothing is wrong with it.</summary>
    public const string NoneYet = "none-yet";

    /// <summary>The server has no database of this name; <c>networks migrate</c> makes it.</summary>
    public const string NotMade = "not-made";

    /// <summary>Migrations of this program are missing.</summary>
    public const string Pending = "pending";

    /// <summary>No room for another act; reading goes on.</summary>
    public const string Full = "full";

    /// <summary>In one line: some databases answer in several.</summary>
    public string Text => Words.Say($"check.database-{Word}", Values).ReplaceLineEndings(" ");

    /// <summary>Whether <c>networks migrate</c> is the cure.</summary>
    public bool WantsMigrating => Word is NoneYet or NotMade or Pending;

    /// <summary>Whether nothing can be served from it.</summary>
    public bool Stops => Word != Full;
}
