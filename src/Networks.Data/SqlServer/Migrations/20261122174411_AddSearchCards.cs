using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddSearchCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CardNumber",
                table: "SearchEntries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SearchCards",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Division = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Terms = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchCards", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries",
                columns: new[] { "CardNumber", "HeldBy" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchCards_Division",
                table: "SearchCards",
                column: "Division");

            migrationBuilder.Sql("UPDATE [SearchEntries] SET [CardIsStale] = 1 WHERE [Shared] <> N'';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchCards");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "CardNumber",
                table: "SearchEntries");
        }
    }
}
