using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Networks.Web.Changes.ShowChange;
using Networks.Web.Casework.ShowCaseProcedure;
using Networks.Web.Administration.ListJournal;
using Networks.Web.Administration.ListExports;
using Networks.Web.Administration.ListTemplates;
using Networks.Web.Administration.ShowFirmHoldings;
using Networks.Web.Api;
using Networks.Web.Associations.SwitchLetters;
using Networks.Web.Casework.KeptTexts;
using Networks.Web.Associations.ListPeople;
using Networks.Web.Casework.ShowHistory;
using Networks.Web.Discovery.ListIntroductions;
using Networks.Web.Mail.KeptMails;
using Networks.Web.Casework.ListNetworks;
using Networks.Web.Connections;
using Networks.Web.Discovery.ListEnding;
using Networks.Web.Discovery.ListFirms;
using Networks.Web.Discovery.ShowImport;
using Networks.Web.Drafting.ShowFirmPage;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Accounts;
using Networks.Web.Infrastructure.Databases;
using Networks.Web.Infrastructure.Nodes;
using Networks.Web.Monitoring.EndMailing;
using Networks.Web.Monitoring.ListRegion;
using Networks.Web.Monitoring.MonthReport;
using Networks.Web.Registration.ShowSheet;
using Networks.Web.Security;
using Networks.Web.Shell;
using Networks.Web.Upkeep;
using Networks.Workflows;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web;

/// <summary>The composition root: everything that the service is made of, in the order in which a request meets it.</summary>
public static class NetworksApp
{
    /// <param name="args">Configuration as <c>--Key=value</c>; a verb does not belong here.</param>
    /// <param name="more">Runs after our own registrations, so that a verb or a test can replace them.</param>
    /// <remarks>Files are read beside the executable, never from the folder the command was typed in.</remarks>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        Words.Register(typeof(NetworksApp).Assembly, "Networks.Web.Texts");

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(RunMode.Serve);
        builder.Services.AddSingleton<AssetUrls>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddNetworksForms(builder.Configuration);
        builder.Services.AddNetworksErrors();
        builder.Services.AddNetworksHealth();
        builder.Services.AddNetworksData(builder.Configuration);
        builder.Services.AddNetworksKeys(builder.Configuration);
        builder.Services.AddNetworksNodes(builder.Configuration);
        builder.Services.AddNetworksSignatures(builder.Configuration);
        builder.Services.AddNetworksMonitoring(builder.Configuration);
        builder.Services.AddNetworksDiscovery(builder.Configuration);
        builder.Services.AddNetworksWorkflows();
        builder.Services.AddSingleton<LibreOfficePdf>();
        builder.Services.AddSingleton<IPdfConverter>(provider => provider.GetRequiredService<LibreOfficePdf>());
        builder.Services.AddSingleton<ReportPapers>();
        builder.Services.AddScoped<DatabaseCheck>();
        builder.Services.AddScoped<InstallationCheck>();
        builder.Services.AddPublicAddress(builder.Configuration);
        builder.Services.AddSingleton<ITemplates, FolderTemplates>();
        builder.Services.AddNetworksSecurity(builder.Configuration);
        builder.Services.AddNetworksProcedures(builder.Configuration);
        builder.Services.AddNetworksUndo(builder.Configuration);
        builder.Services.AddNetworksMail(builder.Configuration);
        builder.Services.AddNetworksWebhooks(builder.Configuration);
        builder.Services.AddNetworksJobs(builder.Configuration);
        builder.Services.AddNetworksApi(builder.Configuration);
        more?.Invoke(builder);
        builder.Logging.KeepPathsOut();

        var app = builder.Build();
        app.UseNetworksProxies();
        app.UseSecurityHeaders();
        app.UseNetworksErrors();
        app.UseNetworksFiles();
        app.UseNetworksLanguages();
        app.UseMiddleware<ApiErrors>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseNetworksActor();
        app.UseApiAccess();
        app.UseAccessGate();
        app.UseAntiforgery();
        app.MapNetworksHealth();
        app.MapLanguage();
        app.MapFileDownloads();
        app.MapProcedureDownload();
        app.MapCaseProcedureDownloads();
        app.MapNetworksTable();
        app.MapFirmsTable();
        app.MapEndingTable();
        app.MapRegionTable();
        app.MapHistoryTable();
        app.MapIntroductionsTable();
        app.MapPeopleTable();
        app.MapKeptMailsTable();
        app.MapLetters();
        app.MapKeptTexts();
        app.MapReportDownloads();
        app.MapTemplateDownloads();
        app.MapDataDownloads();
        app.MapExportDownload();
        app.MapJournalTable();
        app.MapOneClickEnd();
        app.MapFaultsDownload();
        app.MapSheetDownload();
        app.MapFirmFiles();
        app.MapConsolidatedFiles();
        app.MapCalendar();
        app.MapNetworksApi();
        app.MapRazorComponents<App>();
        return app;
    }
}
