using Networks.Data;
using Networks.Data.Cases;
using Networks.Web.Casework.HandOverMany;

namespace Networks.Web.Casework.ListNetworks;

/// <summary>The filter of the list as it stands in the address.</summary>
internal sealed record NetworkQuery(string? Text, CasePhase? Phase, CaseStatus? Status, int Page)
{
    public const int PageSize = Workflows.Casework.ListNetworks.ListNetworks.UsualPageSize;

    /// <summary>Longer than any name: nobody searches for more.</summary>
    private const int TextLimit = 100;

    public static NetworkQuery Of(IQueryCollection query) => new(
        query["q"].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, TextLimit)] : null,
        Enum.TryParse<CasePhase>(query["phase"], out var phase) && Enum.IsDefined(phase) ? phase : null,
        Enum.TryParse<CaseStatus>(query["status"], out var status) && Enum.IsDefined(status) ? status : null,
        int.TryParse(query["page"], out var page) && page is > 1 and < 100_000 ? page : 1)
    {
        Chosen = HandOverManyLink.Networks([], query[HandOverManyLink.Network].OfType<string>()),
    };

    /// <summary>Only these, as they were chosen in the list; none for all.</summary>
    public IReadOnlyList<CaseId> Chosen { get; init; } = [];

    public bool IsFiltered => Text is not null || Phase is not null || Status is not null;

    public Workflows.Casework.ListNetworks.ListNetworks Request(int pageSize) => new(Text, Phase, Status, Page, pageSize) { Chosen = Chosen };

    public string To(int page) => ListNetworksLink.To() + Query(page);

    public string Query(int page)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("q", Text);
        Add("phase", Phase?.ToString());
        Add("status", Status?.ToString());
        Add("page", page > 1 ? $"{page}" : null);
        return parts.Count == 0 ? "" : QueryString.Create(parts).Value!;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }
}
